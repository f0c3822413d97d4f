/** Width of the contour of words that are painted into pictures, of their size: they are read over bright cables, and on no
 *  ground at all. */
export const CONTOUR = 0.34;
