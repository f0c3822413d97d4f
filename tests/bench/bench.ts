// npm run bench: the simulator, the scene at every level, and the plain way beside it, in one run. --json for data.
import { execFileSync } from 'node:child_process';
import { cpus } from 'node:os';
import { benchOpening } from './opening.ts';
import { benchPicking } from './picking.ts';
import { benchBaseline, benchScene } from './scene.ts';
import { benchSimulation } from './simulation.ts';
import { benchTimeline } from './timeline.ts';

const json = process.argv.includes('--json');
const machine = `${cpus()[0]?.model.trim() ?? 'unknown'} × ${cpus().length}, node ${process.version}`;
if (!json) console.log(`${machine}\nbuilding …`);
execFileSync(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'error'], {
  stdio: 'ignore',
});

const sim = await benchSimulation();
const timeline = benchTimeline();
const baseline = await benchBaseline([100_000, 500_000]);
const opening = await benchOpening();
const picking = benchPicking();
const scene = [
  ...(await benchScene('rainier-2026', ['auto', 'medium', 'high'])),
  ...(await benchScene('rainier-plan', ['auto'])),
];

if (json) {
  console.log(JSON.stringify({ sim, scene, baseline, opening, picking, timeline, machine }));
} else {
  const ms = (seconds: number): string => `${(seconds * 1000).toFixed(1)} ms`;
  console.log(
    `step of the largest preset: ${ms(sim.stepSeconds)}, record ${(sim.recordBytes / 1e6).toFixed(2)} MB`,
  );
  const built = Math.round(sim.layoutsPerSecond);
  const fromSource = Math.round(sim.layoutsPerSecondFromSource);
  console.log(
    `layouts evaluated: ${built} a second on one thread, built as for the page; ${fromSource} from source through tsx`,
  );
  console.log(
    'Calculon (github.com/calculon-ai/calculon, Python): 60 to 130 a second on one thread of two shared cores',
  );
  console.table(
    sim.growth.map(({ what, seconds, bytes }) => ({ what, step: ms(seconds), 'record bytes': bytes })),
  );
  for (const row of baseline)
    console.log(`${row.what}, ${row.boxes} boxes: ${ms(row.medianSeconds)} a frame`);
  console.log(
    `first 3D frame: ${opening.seconds.toFixed(2)} s, ${opening.bytes} bytes fetched by then, gzipped, ${opening.scriptBytes} of them scripts`,
  );
  console.log(
    `picking an UltraServer or tray among 2.2 million chips: ${(picking.medianSeconds * 1e6).toFixed(1)} µs, p95 ${(picking.p95Seconds * 1e6).toFixed(1)} µs`,
  );
  console.log(
    `timeline of ${timeline.spans} spans: drawn in ${ms(timeline.wholeSeconds)}, a tenth of it in ${ms(timeline.tenthSeconds)}, critical path in ${ms(timeline.criticalSeconds)}`,
  );
  const plain = baseline.at(-1)?.medianSeconds ?? Number.NaN;
  console.table(
    scene.map((row) => ({
      level: row.level,
      quality: row.asked === row.quality ? row.quality : `${row.asked}: ${row.quality}`,
      chips: row.chips,
      draws: row.drawCalls,
      triangles: row.triangles,
      median: ms(row.medianSeconds),
      p95: ms(row.p95Seconds),
      main: ms(row.mainSeconds),
      'faster than 500k boxes': `${(plain / row.medianSeconds).toFixed(0)}×`,
    })),
  );
}
