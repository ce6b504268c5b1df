import { describe, expect, test } from 'vitest'
import { LICENCE, type Licence, licenceAddress, photoAddress, photoSize, pictureFormat } from './photo'

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))

describe('a picture', () => {
  test('has an address in each size, and in no other', () => {
    expect(photoAddress('V1StGXR8', 'small')).toBe('/photos/V1StGXR8/320.webp')
    expect(photoSize('320.webp')).toBe('small')
    expect(photoSize('960.webp')).toBe('large')
    for (const name of ['640.webp', '320.png', '320', '320.webp/..']) expect(photoSize(name)).toBeNull()
  })

  test('names its licence with the address at which it is read', () => {
    const { CC0, PUBLIC_DOMAIN, ...versioned } = LICENCE
    expect(licenceAddress('CC0')).toContain('/zero/1.0/')
    expect(licenceAddress('PUBLIC_DOMAIN')).toContain('/mark/1.0/')
    expect(licenceAddress('CC_BY_2_5')).toBe('https://creativecommons.org/licenses/by/2.5/')
    for (const [licence, words] of Object.entries(versioned)) {
      const path = words.replace('CC ', '').replace(' ', '/').toLowerCase()
      expect(licenceAddress(licence as Licence)).toBe(`https://creativecommons.org/licenses/${path}/`)
    }
  })

  test.each([
    ['jpeg', '\xff\xd8\xff\xe0\x00\x10JFIF'],
    ['png', '\x89PNG\r\n\x1a\n\0\0\0\rIHDR'],
    ['webp', 'RIFF\n\0\0\0WEBPVP8 '],
    ['avif', '\0\0\0\x20ftypavif\0\0\0\0'],
    [null, '\0\0\0\x18ftypheic\0\0\0\0'],
    [null, '<svg xmlns="http://www.w3.org/2000/svg">'],
    [null, 'GIF89a'],
    [null, 'A text that is called portrait.jpg'],
    [null, ''],
  ])('is a %s by its first bytes', (format, head) => {
    expect(pictureFormat(bytes(head))).toBe(format)
  })
})
