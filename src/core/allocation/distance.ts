import type { Coordinates } from "./request"

const EARTH_RADIUS_KM = 6371.0088

/** The length of the great circle between two places, in kilometres. */
export function distanceKm(from: Coordinates, to: Coordinates): number {
  const [lat1, lat2] = [radians(from.latitude), radians(to.latitude)]
  const half = (angle: number) => Math.sin(angle / 2) ** 2
  const chord =
    half(lat2 - lat1) +
    Math.cos(lat1) * Math.cos(lat2) * half(radians(to.longitude - from.longitude))
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(chord)))
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180
}
