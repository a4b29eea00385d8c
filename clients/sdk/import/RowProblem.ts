/** What is wrong with a place in a file, or worth a question. */
export interface RowProblem {
  /** Line of the file, from 1; the heading is line 1. */
  line: number;
  /** Of the heading; empty where the whole line, or the whole file, is meant. */
  column: string;
  message: string;
  /** For a heading that is not known: the column that it probably is. */
  suggestion?: string;
}
