/** The headers by which the edge and the application speak of what is kept; nobody outside sends or gets them. */

/** Of a request: the last change that the edge knows. Of an answer: the last that the application knew when it began. */
export const NUMBER_HEADER = 'x-record-number'
/** Of a request: the answer will be kept, and is to be held until it is whole, with what it shows. */
export const KEEP_HEADER = 'x-keep'
/** Of a request, and of a test's alone: the answer is made from nothing that is in memory. */
export const FRESH_HEADER = 'x-fresh'
/** Of an answer: what it shows, in the form that shared caches understand. */
export const SUBJECTS_HEADER = 'surrogate-key'
