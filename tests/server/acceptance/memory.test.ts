import { MemoryStore } from '../../../server/store/memory/memory-store'
import { acceptanceContract } from './contract'
import { waitingContract } from './waiting-contract'

acceptanceContract('memory', () => Promise.resolve(new MemoryStore()))
waitingContract('memory', () => Promise.resolve(new MemoryStore()))
