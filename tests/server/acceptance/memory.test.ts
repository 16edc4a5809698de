import { MemoryStore } from '../../../server/store/memory/memory-store'
import { acceptanceContract } from './contract'

acceptanceContract('memory', () => Promise.resolve(new MemoryStore()))
