import type { WireErrorKind } from '../wire-error'

/** What the server says when it cannot do something (简体中文). */
export const zhCN: Readonly<Record<WireErrorKind, string>> = {
  malformed: '这次请求的内容看不懂,什么都没有改动。',
  'signed-out': '登录已过期,请重新登录。',
  'wrong-credentials': '账号或密码不对。',
  forbidden: '您的岗位不能做这件事。',
  'foreign-origin': '请求不是从本系统的页面发出的。',
  'not-found': '没有找到。',
  'history-changed': '服务器恢复过备份,手机会把缺的再传一次。',
  'sequence-gap': '中间少了几条,手机会从少的那条接着传。',
  'device-forked': '这台手机的数据像是复制来的,会换一个编号再传。',
  'other-person': '这些记录属于另一位同事,没有处理。',
  'too-large': '内容太大,传不上来。',
  'protocol-unknown': '应用比服务器新,请稍后再试。',
  'slow-down': '试得太快了,请稍等一会儿。',
  unavailable: '服务器暂时忙不过来,稍后会自己再试。',
  'server-behind': '服务器正在更新,稍后会自己再试。',
}
