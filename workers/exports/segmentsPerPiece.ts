/** How many segments a step of an export writes: about a thousand employees, some ten seconds of work for PDFs. */
export const SEGMENTS_PER_PIECE = 10;
