import '../state/laterWords.ts';
import { About } from './About.tsx';
import { Carry } from './Carry.tsx';
import { GoToButton } from './goto/GoToButton.tsx';
import { Settings } from './Settings.tsx';
import { Share } from './Share.tsx';
import { Tours } from './tour/Tours.tsx';

/** What can be done with the page, but for the panel's own switch. */
export function Tools({ onTab }: { readonly onTab: (tab: 'step' | 'scenario') => void }) {
  return (
    <>
      <GoToButton onTab={onTab} />
      <Tours />
      <span className="roomy">
        <Share />
        <Carry />
      </span>
      <Settings />
      <About />
    </>
  );
}
