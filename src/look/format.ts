/** Numbers as they are read: SI inside becomes a prefix and three digits. A number and its unit never part. */
export interface Format {
  /** A count in full: 494,592. */
  readonly count: (value: number) => string;
  /** A large count in words, four digits: 405.9 billion. */
  readonly words: (value: number) => string;
  /** A large count, short: 42.1M; in French 42,1 M. */
  readonly short: (value: number) => string;
  /** Seconds: 1.5 µs, 12.3 ms, 4.56 s, 3.2 min, 1.5 h, 12 d. */
  readonly seconds: (value: number) => string;
  /** Any SI unit with a decimal prefix: 667 TFLOP/s, 25 GB/s, 1.1 GW. */
  readonly si: (value: number, unit: string) => string;
  /** Bytes of a memory in binary units: 96 GiB. */
  readonly memory: (value: number) => string;
  /** A share: 38.2%. */
  readonly percent: (value: number) => string;
  /** Three significant digits. */
  readonly digits: (value: number) => string;
}

const SPACE = '\u00a0';
const LARGE = ['', 'k', 'M', 'G', 'T', 'P', 'E', 'Z', 'Y'];
const SMALL = ['', 'm', 'µ', 'n', 'p'];
const BINARY = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'];
const TIMES: readonly (readonly [least: number, size: number, unit: string])[] = [
  [2 * 86_400, 86_400, 'd'],
  [2 * 3600, 3600, 'h'],
  [120, 60, 'min'],
  [1, 1, 's'],
  [1e-3, 1e-3, 'ms'],
  [1e-6, 1e-6, 'µs'],
  [0, 1e-9, 'ns'],
];

const made = new Map<string, Format>();

/** The formats of a language; the same object every time it is asked for. */
export function formatOf(language: string): Format {
  let format = made.get(language);
  if (!format) {
    format = createFormat(language);
    made.set(language, format);
  }
  return format;
}

function createFormat(language: string): Format {
  /** Made when first used: each takes some 20 ms, which the first picture would wait for. */
  const lazily = (options: Intl.NumberFormatOptions): ((value: number) => string) => {
    let format: Intl.NumberFormat | undefined;
    return (value) => {
      format ??= new Intl.NumberFormat(language, options);
      return format.format(value);
    };
  };
  const whole = lazily({ maximumFractionDigits: 0 });
  const three = lazily({ maximumSignificantDigits: 3 });
  const long = lazily({ notation: 'compact', compactDisplay: 'long', maximumSignificantDigits: 4 });
  const brief = lazily({ notation: 'compact', maximumSignificantDigits: 3 });
  // A thousand and more is written out where three digits would round it.
  const digits = (value: number): string => (Math.abs(value) >= 1000 ? whole : three)(value);

  const si = (value: number, unit: string): string => {
    if (!Number.isFinite(value) || value === 0) return `${digits(value)}${SPACE}${unit}`.trimEnd();
    let power = 0;
    let rest = Math.abs(value);
    // 999.5 would be printed as 1000 of the smaller unit.
    while (rest >= 999.5 && power < LARGE.length - 1) {
      rest /= 1000;
      power += 1;
    }
    while (rest < 0.9995 && power > 1 - SMALL.length) {
      rest *= 1000;
      power -= 1;
    }
    const prefix = power >= 0 ? LARGE[power] : SMALL[-power];
    return `${three(Math.sign(value) * rest)}${SPACE}${prefix}${unit}`.trimEnd();
  };

  return {
    // Up to three digits are written alike in the languages of the page.
    count: (value) => (value >= 0 && value < 1000 && Number.isInteger(value) ? String(value) : whole(value)),
    words: (value) => long(value).replaceAll(' ', SPACE),
    short: (value) => brief(value).replaceAll(' ', SPACE),
    seconds(value) {
      const size = Math.abs(value);
      // Less than a picosecond is what sums of rounded numbers leave.
      if (size < 1e-12) return `0${SPACE}s`;
      // The same guard as above: 999.6 ms reads 1 s.
      const [, unit, name] = TIMES.find(([least]) => size >= least * 0.9995) ?? TIMES[TIMES.length - 1];
      return `${three(value / unit)}${SPACE}${name === 'd' && language === 'fr' ? 'j' : name}`;
    },
    si,
    memory(value) {
      let power = 0;
      let rest = value;
      while (Math.abs(rest) >= 1023.5 && power < BINARY.length - 1) {
        rest /= 1024;
        power += 1;
      }
      return `${three(rest)}${SPACE}${BINARY[power]}`;
    },
    percent: lazily({ style: 'percent', maximumFractionDigits: 1 }),
    digits,
  };
}
