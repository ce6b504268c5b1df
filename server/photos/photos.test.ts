import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { LARGEST_UPLOAD } from '@/lib/record/photo'
import { engines, openTestDatabase, type TestDatabase } from '@/testing/database'
import { anEditor } from '@/testing/record'
import type { Editor } from '../accounts/editor'
import { encodePicture, RefusedPicture } from './encode'
import { findPicture, findUpload, keepUpload } from './photos'
import { readUpload } from './read-upload'

const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: { r: 10, g: 120, b: 60 } } })

/** Red above blue, lying on its side, as a camera that was turned writes it; with the place where it was taken. */
async function turnedWithPlace(): Promise<Buffer> {
  const [red, blue] = [
    { r: 250, g: 0, b: 0 },
    { r: 0, g: 0, b: 250 },
  ]
  const half = (background: typeof red) => sharp({ create: { width: 600, height: 800, channels: 3, background } })
  return plain(1200, 800)
    .composite([
      { input: await half(red).png().toBuffer(), left: 0, top: 0 },
      { input: await half(blue).png().toBuffer(), left: 600, top: 0 },
    ])
    .jpeg()
    .withExif({
      IFD0: { Copyright: 'A. Tourist', Orientation: '6' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '47/1 55/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '106/1 55/1 0/1' },
    })
    .withMetadata({ orientation: 6 })
    .toBuffer()
}

/** A PNG that claims to have 40,000 × 40,000 pixels. */
async function bomb(): Promise<Buffer> {
  const png = await plain(100, 100).png().toBuffer()
  png.writeUInt32BE(40_000, 16)
  png.writeUInt32BE(40_000, 20)
  return png
}

describe('an upload', () => {
  test('is kept upright, in two sizes, as WebP', async () => {
    const { width, height, large, small } = await encodePicture(await turnedWithPlace())
    expect([width, height]).toEqual([800, 1200])
    expect(await sharp(large).metadata()).toMatchObject({ format: 'webp', width: 800, height: 1200 })
    expect(await sharp(small).metadata()).toMatchObject({ format: 'webp', width: 320, height: 480 })
    const { data, info } = await sharp(large).raw().toBuffer({ resolveWithObject: true })
    const [red = 0, , blue = 0] = data.subarray((info.width / 2) * info.channels)
    expect(red).toBeGreaterThan(blue)
  })

  test('comes out without what the camera wrote into it', async () => {
    const file = await turnedWithPlace()
    const before = await sharp(file).metadata()
    expect(before.exif?.includes('A. Tourist')).toBe(true)
    const { large, small } = await encodePicture(file)
    for (const picture of [large, small]) {
      const { exif, icc, xmp, iptc, orientation } = await sharp(picture).metadata()
      expect({ exif, icc, xmp, iptc, orientation }).toEqual({})
      expect(Buffer.from(picture).includes('Tourist')).toBe(false)
    }
  })

  test('is made small, and never larger', async () => {
    expect(await encodePicture(await plain(3000, 1500).png().toBuffer())).toMatchObject({ width: 960, height: 480 })
    expect(await encodePicture(await plain(200, 100).webp().toBuffer())).toMatchObject({ width: 200, height: 100 })
    expect(await encodePicture(await plain(300, 200).avif().toBuffer())).toMatchObject({ width: 300, height: 200 })
  })

  test.each<[string, () => Promise<Uint8Array> | Uint8Array, RegExp]>([
    ['a text that is called portrait.jpg', () => Buffer.from('I am no picture.'), /no JPEG, PNG, WebP or AVIF/],
    ['a drawing with scripts', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), /no JPEG/],
    ['a GIF', () => plain(100, 100).gif().toBuffer(), /no JPEG/],
    ['one that is too large', () => Buffer.alloc(LARGEST_UPLOAD + 1, '\xff\xd8\xff', 'latin1'), /larger than 8 MB/],
    ['half a PNG', async () => (await noise()).subarray(0, 40_000), /cannot be read/],
    ['a JPEG that is only a beginning', () => Buffer.from('\xff\xd8\xff\xe0', 'latin1'), /cannot be read/],
    ['one of too many pixels', bomb, /far too many pixels/],
    ['one in which nobody could be seen', () => plain(40, 400).png().toBuffer(), /smaller than 80 pixels/],
  ])('%s is refused', async (_, file, why) => {
    const attempt = encodePicture(await file())
    await expect(attempt).rejects.toThrow(RefusedPicture)
    await expect(attempt).rejects.toThrow(why)
  })
})

/** What does not compress, so that half of it is half a picture. */
function noise(): Promise<Buffer> {
  const pixels = Buffer.from(Array.from({ length: 200 * 200 * 3 }, (_, index) => (index * 7919 * (index % 251)) % 256))
  return sharp(pixels, { raw: { width: 200, height: 200, channels: 3 } })
    .png()
    .toBuffer()
}

describe('the form of an upload', () => {
  const sent = (file: Blob | null) => {
    const body = new FormData()
    if (file) body.set('file', file, 'portrait.jpg')
    return readUpload(new Request('https://palmares.example/admin/photos/upload', { method: 'POST', body }))
  }

  test('is read to its end, and no further than the limit', async () => {
    expect(await sent(new Blob(['some bytes']))).toEqual(Buffer.from('some bytes'))
    expect((await sent(new Blob([new Uint8Array(LARGEST_UPLOAD)])))?.length).toBe(LARGEST_UPLOAD)
    await expect(sent(new Blob([new Uint8Array(LARGEST_UPLOAD + 1)]))).rejects.toThrow(/larger than 8 MB/)
  })

  test('may be empty, cut off or none at all', async () => {
    expect(await sent(null)).toBeNull()
    expect(await sent(new Blob([]))).toBeNull()
    const headers = { 'content-type': 'multipart/form-data; boundary=x' }
    const cut = '--x\r\nContent-Disposition: form-data; name="file"; filename="a.jpg"\r\n\r\nabc'
    for (const body of [cut, 'no form']) {
      expect(await readUpload(new Request('https://palmares.example/', { method: 'POST', headers, body }))).toBeNull()
    }
    expect(await readUpload(new Request('https://palmares.example/', { method: 'POST', body: 'x' }))).toBeNull()
  })
})

describe.each(engines())('kept uploads, on the %s database', (engine) => {
  let database: TestDatabase
  let oyuna: Editor
  beforeAll(async () => {
    database = await openTestDatabase(engine)
    oyuna = await anEditor(database.db, 'Oyuna')
  })
  afterAll(() => database.close())

  test('are for editors alone until they are in the record, never change, and go after a day', async () => {
    const { db } = database
    const id = await keepUpload(db, oyuna, await plain(400, 300).png().toBuffer())
    expect(await findPicture(db, id, 'small')).toBeNull()
    expect(await sharp((await findUpload(db, id, 'small')) ?? undefined).metadata()).toMatchObject({ width: 320 })
    expect(await sharp((await findUpload(db, id, 'large')) ?? undefined).metadata()).toMatchObject({ width: 400 })
    await expect(db.photoFile.update({ where: { id }, data: { width: 1 } })).rejects.toThrow(/kept as it is/)
    const [old] = await db.photoFile.createManyAndReturn({
      data: [
        { ...(await encodePicture(await plain(90, 90).png().toBuffer())), addedAt: new Date(Date.now() - 90_000_000) },
      ],
      select: { id: true },
    })
    await keepUpload(db, oyuna, await plain(100, 100).png().toBuffer())
    expect(await findUpload(db, old?.id ?? '', 'small')).toBeNull()
    expect(await findUpload(db, id, 'small')).not.toBeNull()
  })
})
