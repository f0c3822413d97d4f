/** Path of a browser that is there now; undefined where there is none. */
export function findBrowser(): string | undefined;
