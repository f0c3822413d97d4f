import type { Address } from '../../cluster/address.ts';
import { coordinate, type Job, rankOfChip } from '../../cluster/job.ts';
import { torusPoint } from '../../cluster/links.ts';
import type { Population } from '../../cluster/population.ts';
import { CHIPS_PER_ULTRASERVER, chipIndex } from '../../cluster/site.ts';
import { useWords } from '../../state/words.tsx';
import { Term } from '../Term.tsx';
import { useFormat } from '../useFormat.ts';
import { Pair } from './Pair.tsx';

interface RankProps {
  readonly address: Address;
  readonly job: Job;
  readonly population: Population;
}

/** Which part of the job stands at a place. */
export function Rank({ address, job, population }: RankProps) {
  const words = useWords();
  const format = useFormat();
  const { chips, working } = population;
  const { faults } = job;
  const stagesHere = population.classes
    .map((cls) => faults?.stageOf(cls) ?? cls)
    .filter((stage) => stage >= 0);
  const classes = [...new Set(stagesHere)].sort((a, b) => a - b);
  if (chips === 0) return <p>{words('inspect.head')}</p>;
  if (working === 0) return <p>{words('inspect.none')}</p>;
  if (classes.length === 0) return <p>{words('inspect.still')}</p>;
  const stages = job.size.pipeline;
  const first = classes[0];
  const last = classes[classes.length - 1];
  const one = first === last;
  return (
    <>
      <dl className="pairs">
        <Pair term={words(one ? 'inspect.stage' : 'inspect.stages')}>
          {one
            ? words('inspect.of', { number: first + 1, all: stages })
            : classes.length === last - first + 1
              ? words('inspect.range', { first: first + 1, last: last + 1, all: stages })
              : words('inspect.some', { count: classes.length, all: stages })}
        </Pair>
        {address.length >= 7 ? (
          <ChipRank address={address.slice(0, 7)} job={job} />
        ) : (
          <Pair term={words('inspect.chips')}>{format.count(chips)}</Pair>
        )}
      </dl>
      {working < chips ? (
        <p className="second">
          {words('inspect.none.some', { count: format.count(chips - working), all: format.count(chips) })}
        </p>
      ) : null}
    </>
  );
}

/** Replica, tensor rank and place in the torus of one chip in the job. */
function ChipRank({ address, job }: { address: Address; job: Job }) {
  const words = useWords();
  const format = useFormat();
  const chip = chipIndex(job.site, address);
  const rank = rankOfChip(job, chip);
  const { x, y, z } = torusPoint(chip % CHIPS_PER_ULTRASERVER);
  const along = (dimension: 'data' | 'tensor'): string =>
    words('inspect.of', {
      number: format.count(coordinate(job, rank, dimension) + 1),
      all: format.count(job.size[dimension]),
    });
  return (
    <>
      <Pair term={<Term word="replica" />}>{along('data')}</Pair>
      <Pair term={<Term word="rank" />}>{along('tensor')}</Pair>
      <Pair term={<Term word="torus">{words('inspect.torus')}</Term>}>
        x {x}, y {y}, z {z}
      </Pair>
    </>
  );
}
