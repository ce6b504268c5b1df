/** For a `<details>` that explains a figure: its summary and its list. */
export const whyClass =
  'text-xs text-quiet print:hidden [&>summary]:inline-block [&>summary]:underline [&>summary]:decoration-dotted [&>summary]:underline-offset-[0.2em] [&>ul]:mt-[0.15rem] [&>ul]:text-ink'
