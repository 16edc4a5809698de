import { v5, v7 } from 'uuid'
import type { NameId } from '../domain/id'

export const newId = (): string => v7()

export const nameId: NameId = (namespace, name) => v5(name, namespace)
