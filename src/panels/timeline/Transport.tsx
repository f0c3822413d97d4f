import { useWords } from '../../state/words.tsx';
import { Icon } from '../Icon.tsx';
import { useFormat } from '../useFormat.ts';
import { usePlayhead } from '../usePlayhead.ts';
import { LAST } from './Playhead.tsx';
import { nextSpeed, speedText } from './speed.ts';

/** Play, pause, jump, and how fast. */
export function Transport() {
  const words = useWords();
  const format = useFormat();
  const clock = usePlayhead();
  return (
    <div className="transport">
      <div className="buttons">
        <button
          type="button"
          className="tool"
          aria-label={words('timeline.start')}
          onClick={() => clock.seek(0)}
        >
          <Icon name="start" />
        </button>
        <button
          type="button"
          className="tool play"
          aria-label={words(clock.playing ? 'timeline.pause' : 'timeline.play')}
          onClick={() => (clock.playing ? clock.pause() : clock.play())}
        >
          <Icon name={clock.playing ? 'pause' : 'play'} />
        </button>
        <button
          type="button"
          className="tool"
          aria-label={words('timeline.end')}
          onClick={() => clock.seek(clock.duration * LAST)}
        >
          <Icon name="end" />
        </button>
      </div>
      <p className="time">
        <b>{format.seconds(clock.seconds)}</b>
        <span> / {format.seconds(clock.duration)}</span>
      </p>
      <div className="speed">
        <button
          type="button"
          className="quiet"
          aria-label={words('timeline.slower')}
          onClick={() => clock.setSpeed(nextSpeed(clock.speed, -1))}
        >
          <Icon name="less" />
        </button>
        <span>{speedText(words, format, clock.speed)}</span>
        <button
          type="button"
          className="quiet"
          aria-label={words('timeline.faster')}
          onClick={() => clock.setSpeed(nextSpeed(clock.speed, 1))}
        >
          <Icon name="more" />
        </button>
      </div>
    </div>
  );
}
