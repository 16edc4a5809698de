/** Where the places under open sky lie, WGS 84: made up, some three hundred metres across. */
export const OUTDOORS: Readonly<
  Record<string, { readonly latitude: number; readonly longitude: number }>
> = {
  东门: { latitude: 31.25412, longitude: 121.36578 },
  西门: { latitude: 31.25388, longitude: 121.36231 },
  儿童乐园: { latitude: 31.25367, longitude: 121.36304 },
  中心花园: { latitude: 31.25421, longitude: 121.36402 },
  垃圾站: { latitude: 31.25502, longitude: 121.36517 },
}
