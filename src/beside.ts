import { RainierView } from './element.ts';

// The element as a script that lies beside the page: its views show that page unless they name another.
const { currentScript } = document;
if (currentScript instanceof HTMLScriptElement)
  RainierView.page = currentScript.src.replace(/[^/]*([?#].*)?$/, '');
