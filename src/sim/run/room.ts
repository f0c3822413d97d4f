/** Where a played pipeline takes its arrays from. What they hold at first is not said. */
export type Room = (length: number) => Float64Array;

export const newRoom: Room = (length) => new Float64Array(length);

/** One buffer for all that is played one after the other: arrays last until it is emptied. */
export interface ReusedRoom {
  readonly take: Room;
  empty(): void;
}

export function createRoom(length: number): ReusedRoom {
  let buffer = new Float64Array(length);
  let at = 0;
  return {
    take(length) {
      if (at + length > buffer.length) {
        buffer = new Float64Array(2 * (buffer.length + length));
        at = 0;
      }
      at += length;
      return buffer.subarray(at - length, at);
    },
    empty: () => {
      at = 0;
    },
  };
}
