/** A part of an address as it was meant; what is no encoded text comes back unchanged. */
export function decodedPart(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
