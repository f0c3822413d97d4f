import Notes from '../../node_modules/reveal.js/dist/plugin/notes.mjs';
import Reveal from '../../node_modules/reveal.js/dist/reveal.mjs';
import { leadByFragments } from './lead.js';

const deck = new Reveal({ hash: true, center: false, plugins: [Notes] });
await deck.initialize();

// The speaker's window shows the deck twice more: there the posters will do, which stand where the element is not defined.
if (!deck.isSpeakerNotes()) {
  await import('../../dist-embed/rainier-view.js');
  leadByFragments(deck);
}
