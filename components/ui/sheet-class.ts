/** The width of a page, and its margins. */
export const sheetClass = 'mx-auto w-full max-w-sheet px-4 sm:px-7 print:max-w-none print:p-0'
