/** Rules between a chapter and the rest of its biography. */
import 'server-only'
import type { FieldErrors } from '@/lib/form/field-errors'
import type { Row, Values } from '@/lib/record/things/thing'
import { languageName } from '@/lib/text/language'
import type { Db } from '@/prisma/client'
import { renderBiography } from './biography'
import type { Objections } from './record-rules'

/** Every figure and footnote finds what it names; a translation is of a chapter in another language. */
export async function checkChapter(db: Db, row: Row, values: Values): Promise<Objections> {
  const subject = { id: String(row.id ?? ''), body: String(values.body) }
  const { missing } = await renderBiography(db, String(row.athleteId), subject)
  const [first] = missing
  const unbound: FieldErrors = first === undefined ? {} : { body: `${first} finds nothing in the record.` }
  const ofTranslation = await (values.translationOfId === null
    ? checkOriginal(db, row, values)
    : checkTranslation(db, row, values))
  return { errors: { ...unbound, ...ofTranslation }, doubts: {} }
}

async function checkTranslation(
  db: Db,
  { id, athleteId }: Row,
  { language, translationOfId }: Values,
): Promise<FieldErrors> {
  const own = String(id ?? '')
  const original = await db.biographyChapter.findFirst({
    where: { id: String(translationOfId), athleteId: String(athleteId), withdrawn: false },
    include: { translations: { where: { withdrawn: false, id: { not: own } } } },
  })
  if (!original || original.id === own) return { translationOfId: 'Choose another chapter of this athlete.' }
  if (original.translationOfId !== null) {
    return {
      translationOfId: `“${original.title}” is a translation itself. Choose the chapter it is a translation of.`,
    }
  }
  const translations = await db.biographyChapter.count({ where: { translationOfId: own, withdrawn: false } })
  if (translations > 0) return { translationOfId: 'This chapter has translations of its own.' }
  if (original.language === language) {
    return { language: `“${original.title}” is in ${languageName(original.language)} already.` }
  }
  const twin = original.translations.find((translation) => translation.language === language)
  return twin
    ? {
        language: `“${original.title}” has a translation into ${languageName(twin.language)} already: “${twin.title}”.`,
      }
    : {}
}

async function checkOriginal(db: Db, { id }: Row, { language }: Values): Promise<FieldErrors> {
  const same = await db.biographyChapter.findFirst({
    where: { translationOfId: String(id ?? ''), language: String(language), withdrawn: false },
  })
  return same ? { language: `Its translation “${same.title}” is in ${languageName(same.language)}.` } : {}
}
