import '../state/laterWords.ts';
import { useRainier, useSession, useTick } from '../state/session.tsx';
import { useWords } from '../state/words.tsx';
import { Icon } from './Icon.tsx';

/** What a guest offers beside its picture: to stop what moves, to open the whole page, and the way
 *  back to the page around it. */
export function Corner() {
  const words = useWords();
  const { link, store } = useSession();
  const clock = useTick();
  const links = useRainier((state) => state.manners.links);
  const entered = useRainier((state) => state.entered !== null);
  return (
    <div className="corner" data-keep-clear="">
      <button
        type="button"
        className="tool"
        aria-label={words(clock.playing ? 'timeline.pause' : 'timeline.play')}
        title={words(clock.playing ? 'timeline.pause' : 'timeline.play')}
        onClick={() => (clock.playing ? clock.pause() : clock.play())}
      >
        <Icon name={clock.playing ? 'pause' : 'play'} />
      </button>
      {links ? (
        <a
          className="tool"
          target="_blank"
          rel="noopener"
          href={link()}
          aria-label={words('embed.whole')}
          title={words('embed.whole')}
        >
          <Icon name="whole" />
        </a>
      ) : null}
      {entered ? (
        <button
          type="button"
          className="tool"
          aria-label={words('embed.leave')}
          title={words('embed.leave')}
          aria-keyshortcuts="Escape"
          onClick={() => store.setState({ entered: null })}
        >
          <Icon name="close" />
        </button>
      ) : null}
    </div>
  );
}
