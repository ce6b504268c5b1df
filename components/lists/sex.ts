import type { Sex } from '@/lib/record'

export const SEX: Record<Sex, string> = { M: 'Men', F: 'Women', X: 'Mixed' }
