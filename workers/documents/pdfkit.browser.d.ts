/// <reference types="pdfkit" />

/* What @types/pdfkit, written for 0.17, does not say of pdfkit 0.20. */

declare module '*/pdfkit.browser.mjs' {
  const PDFDocument: PDFKit.PDFDocument;
  export default PDFDocument;
  export function registerStdFonts(...fonts: readonly object[]): void;
}

declare module 'pdfkit/standard-fonts/*' {
  const metrics: object;
  export default metrics;
}

declare namespace PDFKit.Mixins {
  interface StructureElementOptions {
    /** Of a header cell: what its text is the header of. */
    scope?: 'Row' | 'Column';
  }
}
