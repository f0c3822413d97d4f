import { enLater } from '../text/enLater.ts';
import { addEnglish } from './words.tsx';

// Whatever opens after the first picture imports this module, so that its words are there when it is.
addEnglish(enLater);
