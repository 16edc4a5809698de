import { v5, v7 } from 'uuid'
import type { NameId } from '../../../src/domain/id'

/** A fresh id of whatever kind is asked for. */
export const newId = <Id extends string>(): Id => v7() as Id

export const nameId: NameId = (namespace, name) => v5(name, namespace)
