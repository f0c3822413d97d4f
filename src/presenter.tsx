import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Presenter } from './panels/presenter/Presenter.tsx';

/** Makes this page the window of the one who speaks, at the other end of a line to the audience's. */
export function openPresenter(id: string, query: URLSearchParams): void {
  document.querySelector('.opening')?.remove();
  createRoot(document.getElementById('root')!).render(
    <StrictMode>
      <Presenter id={id} query={query} />
    </StrictMode>,
  );
}
