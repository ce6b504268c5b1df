/** A table with headings in it: a row with one cell across (`colSpan`) above the rows of a year or a discipline. */
export const groupedTableClass =
  'record-table [&_th[colspan]]:border-strong [&_th[colspan]]:pt-[1.1rem] [&_th[colspan]]:font-serif [&_th[colspan]]:text-lg [&_th[colspan]]:font-bold [&_th[colspan]]:[--underline:transparent] print:[&_th[colspan]]:break-after-avoid [&_small]:ml-[0.4rem] [&_small]:font-sans [&_small]:text-xs [&_small]:font-normal [&_small]:text-quiet'

/** A table of figures under names, the best of them (`best`) in gold. */
export const matrixTableClass =
  'record-table [--underline:transparent] sm:table-fixed [&_td]:text-right [&_thead_th:not(:first-child)]:text-right [&_.best]:font-bold [&_.best]:text-gold'
