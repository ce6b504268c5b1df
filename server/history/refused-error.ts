/** Thrown inside a change that cannot be made as things are. Its message is for the one who wants to make it. */
export class RefusedError extends Error {}
