/** The list from which something was assigned: nothing else is an address to go back to. */
export function listAddress(text: string): string {
  return /^\/admin\/(findings|disputes)([/?#][\w\-/?#=&%:.~+]*)?$/.test(text) ? text : '/admin/findings'
}
