import { expect, test } from 'vitest'
import { aClaim, aCompetition, aPlace, aRecord, aResult } from '../../record/record.fixture'
import { judge } from './judge'

test('that one was ahead of another is checked by places, and unchecked where neither places nor marks are known', () => {
  const competition = aCompetition()
  const result = aResult({ competition, places: [aPlace({ place: 3 })] })
  const claim = aClaim({
    kind: 'AHEAD_OF',
    resultId: result.id,
    otherId: 'kawauchi',
    text: 'Y. Kawauchi',
    number: null,
  })
  const against = (place: number | null) =>
    judge(claim, aRecord({ results: [result], claims: [claim] }), {
      others: [
        {
          name: 'Yuki Kawauchi',
          result: aResult({ competition, athleteId: 'kawauchi', places: place === null ? [] : [aPlace({ place })] }),
        },
      ],
    })
  expect(against(4)).toMatchObject({ state: 'holds' })
  expect(against(2)).toMatchObject({ state: 'wrong', truth: 'Yuki Kawauchi was ahead' })
  expect(against(null)).toMatchObject({ state: 'unchecked' })
})
