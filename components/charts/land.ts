import { geoEqualEarth, geoPath } from 'd3-geo'
import { feature } from 'topojson-client'
import type { Topology } from 'topojson-specification'
import atlas from 'world-atlas/land-110m.json'

export const MAP = { width: 960, height: 452 }

/** Coastlines closer together than this many units, and islands smaller than this square, cannot be seen. */
const STEP = 2.2

// Turned 11° so that the map is cut through the Bering Strait, where it parts nothing; Antarctica is left out.
const projection = geoEqualEarth().rotate([-11, 0]).scale(178).translate([478, 262])

/** Where a place lies on the map; null off its edge. */
export function onMap(longitude: number, latitude: number): { x: number; y: number } | null {
  const point = projection([longitude, latitude])
  return point && { x: Math.round(point[0] * 10) / 10, y: Math.round(point[1] * 10) / 10 }
}

/** The world's land as one SVG path in whole units: small enough to be in the page. */
export const LAND = simplified()

function simplified(): string {
  const topology = atlas as unknown as Topology
  const land = topology.objects.land
  if (!land) return ''
  const drawn = geoPath(projection)(feature(topology, land)) ?? ''
  return drawn
    .split('M')
    .slice(1)
    .map((ring) =>
      thinned(
        ring
          .replace('Z', '')
          .split('L')
          .map((pair) => pair.split(',').map(Number)),
      ),
    )
    .filter((ring) => ring.length > 3)
    .map((ring) => {
      let [px, py] = ring[0] ?? [0, 0]
      const rest = ring.slice(1).map(([x, y]) => {
        const step = `${x - px} ${y - py}`
        ;[px, py] = [x, y]
        return step
      })
      return `M${ring[0]?.join(' ')}l${rest.join(' ')}z`.replaceAll(' -', '-')
    })
    .join('')
}

function thinned(ring: number[][]): [number, number][] {
  const kept: [number, number][] = []
  for (const [x = 0, y = 0] of ring) {
    const last = kept.at(-1)
    if (!last || Math.hypot(x - last[0], y - last[1]) >= STEP) kept.push([Math.round(x), Math.round(y)])
  }
  const southmost = Math.min(...kept.map(([, y]) => y))
  return southmost > MAP.height - 20 ? [] : kept
}
