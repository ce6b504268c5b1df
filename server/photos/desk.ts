/** Pictures as pages and the desk read and keep them, on the application's own database. */
import 'server-only'
import { onDatabase } from '../db'
import * as photos from './photos'

export const keepUpload = onDatabase(photos.keepUpload)
export const findPicture = onDatabase(photos.findPicture)
export const findUpload = onDatabase(photos.findUpload)
