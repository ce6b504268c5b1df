import { describe, expect, test } from 'vitest'
import { readPersonName } from './person-name'

describe('A name in a list', () => {
  test.each([
    ['Hakim EL MANSOURI', 'Hakim El Mansouri', 'El Mansouri, Hakim'],
    ['Tomur-Od BAT-SAIKHAN', 'Tomur-Od Bat-Saikhan', 'Bat-Saikhan, Tomur-Od'],
    ['Aoife O’SULLIVAN', 'Aoife O’Sullivan', 'O’Sullivan, Aoife'],
    ['Ian McKELLAN', 'Ian McKellan', 'McKellan, Ian'],
    ['WANG Li', 'Wang Li', 'Wang, Li'],
    ['Žofie ČERNÁ', 'Žofie Černá', 'Černá, Žofie'],
    ['J. B. SMYTH', 'J. B. Smyth', 'Smyth, J. B.'],
    ['Mansouri, Hakim', 'Hakim Mansouri', 'Mansouri, Hakim'],
    ['EL MANSOURI HAKIM', 'El Mansouri Hakim', 'El Mansouri Hakim'],
    ['Hakim El Mansouri', 'Hakim El Mansouri', 'Hakim El Mansouri'],
    ['佐藤 太郎', '佐藤 太郎', '佐藤 太郎'],
  ])('%s is shown as “%s” and sorted as “%s”', (printed, displayName, sortName) => {
    expect(readPersonName(printed)).toEqual({ displayName, sortName })
  })
})
