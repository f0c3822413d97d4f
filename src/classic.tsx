import { openPage } from './page.tsx';
import SearcherThread from './searcher.ts?worker&inline';
import SimulatorThread from './worker.ts?worker&inline';

// The page where modules and threads cannot be loaded by address: a sandboxed frame, a file that is opened from a disk.
// Everything lies inside one classic script (scripts/classic.mjs).
openPage({ simulator: () => new SimulatorThread(), searcher: async () => () => new SearcherThread() });
