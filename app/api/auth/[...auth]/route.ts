import { handleAuth } from '@/server/accounts/auth'

export { handleAuth as GET, handleAuth as POST }
