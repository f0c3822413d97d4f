import * as v from 'valibot';

/** The rules of single fields, each with the words that follow the field's name in an error. */

const LONGEST_NAME = 200;

export function wholeFrom(least: number, most: number) {
  const rule = `must be a whole number from ${least} to ${most}`;
  return v.pipe(v.number(rule), v.integer(rule), v.minValue(least, rule), v.maxValue(most, rule));
}

const AMOUNT = 'must be a positive number below 1e30';
/** A physical amount: bytes, seconds, watts, FLOP/s. */
export const amount = v.pipe(v.number(AMOUNT), v.gtValue(0, AMOUNT), v.ltValue(1e30, AMOUNT));

const DELAY = 'must be a number of seconds from 0 to 1000';
/** A latency, seconds; 0 is an ideal link. */
export const delay = v.pipe(v.number(DELAY), v.minValue(0, DELAY), v.maxValue(1000, DELAY));

const SHARE = 'must be a number from 0 to 1';
export const share = v.pipe(v.number(SHARE), v.minValue(0, SHARE), v.maxValue(1, SHARE));

export const flag = v.boolean('must be true or false');

const TEXT = `must be text of at most ${LONGEST_NAME} characters`;
export const text = v.pipe(v.string(TEXT), v.maxLength(LONGEST_NAME, TEXT));

export function choice<const T extends readonly (string | number)[]>(options: T) {
  return v.picklist(options, `must be one of ${options.join(', ')}`);
}

/** A JSON object with these fields and no other. */
export function record<const T extends v.ObjectEntries>(entries: T) {
  return v.pipe(
    v.custom<unknown>(
      (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
      'must be a JSON object',
    ),
    v.strictObject(entries),
  );
}
