import type { Sex } from '@/lib/sport/performance'

export const SEX: Record<Sex, string> = { M: 'Men', F: 'Women', X: 'Mixed' }
