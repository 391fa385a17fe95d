import { coreComponentsTranslationRef } from '@backstage/core-components';
import { createTranslationMessages } from '@backstage/frontend-plugin-api';

/**
 * Chinese messages of the shared building blocks.
 *
 * @internal
 */
export default createTranslationMessages({
  ref: coreComponentsTranslationRef,
  full: true,
  messages: {
    'signIn.title': '登录',
    'signIn.loginFailed': '登录失败',
    'signIn.customProvider.title': '自定义用户',
    'signIn.customProvider.subtitle':
      '请输入用户标识和凭证。\n 本次选择不会被保存。',
    'signIn.customProvider.userId': '用户标识',
    'signIn.customProvider.tokenInvalid':
      '令牌不是有效的 OpenID Connect JWT 令牌',
    'signIn.customProvider.continue': '继续',
    'signIn.customProvider.idToken': '身份令牌（选填）',
    'signIn.guestProvider.title': '访客',
    'signIn.guestProvider.subtitle':
      '以访客身份进入。\n 访客身份未经验证，部分功能可能无法使用。',
    'signIn.guestProvider.enter': '进入',
    skipToContent: '跳到正文',
    'copyTextButton.tooltipText': '已复制到剪贴板',
    'simpleStepper.reset': '重置',
    'simpleStepper.finish': '完成',
    'simpleStepper.next': '下一步',
    'simpleStepper.skip': '跳过',
    'simpleStepper.back': '上一步',
    'errorPage.subtitle': '错误 {{status}}：{{statusMessage}}',
    'errorPage.title': '抱歉，页面无法显示',
    'errorPage.goBack': '返回上一页',
    'errorPage.showMoreDetails': '展开详情',
    'errorPage.showLessDetails': '收起详情',
    'emptyState.missingAnnotation.title': '缺少注解',
    'emptyState.missingAnnotation.actionTitle':
      '请参照下方高亮示例，在组件的 YAML 文件中添加该注解：',
    'emptyState.missingAnnotation.readMore': '了解更多',
    'supportConfig.default.title': '尚未配置支持渠道',
    'supportConfig.default.linkTitle': '添加 `app.support` 配置项',
    'errorBoundary.title': '请联系 {{slackChannel}} 获取帮助。',
    'oauthRequestDialog.title': '需要登录',
    'oauthRequestDialog.authRedirectTitle': '即将跳转到 OAuth 登录页。',
    'oauthRequestDialog.login': '登录',
    'oauthRequestDialog.rejectAll': '全部拒绝',
    'oauthRequestDialog.message':
      '登录后，{{appTitle}} 即可访问 {{provider}} 的接口和身份信息。',
    'supportButton.title': '支持',
    'supportButton.close': '关闭',
    'table.filter.title': '筛选',
    'table.filter.clearAll': '清空',
    'table.filter.placeholder': '全部结果',
    'table.body.emptyDataSourceMessage': '暂无数据',
    'table.pagination.firstTooltip': '首页',
    'table.pagination.labelDisplayedRows': '第 {from}-{to} 条，共 {count} 条',
    'table.pagination.labelRowsSelect': '条/页',
    'table.pagination.lastTooltip': '末页',
    'table.pagination.nextTooltip': '下一页',
    'table.pagination.previousTooltip': '上一页',
    'table.toolbar.search': '筛选',
    'table.header.actions': '操作',
    'alertDisplay.message_one': '（还有 {{ count }} 条新消息）',
    'alertDisplay.message_other': '（还有 {{ count }} 条新消息）',
    'autoLogout.stillTherePrompt.title': '长时间未操作，即将退出登录',
    'autoLogout.stillTherePrompt.buttonText': '保持登录',
    'dependencyGraph.fullscreenTooltip': '切换全屏',
    'proxiedSignInPage.title': '尚未登录，请刷新页面重试。',
    'logViewer.downloadBtn.tooltip': '下载日志',
    'logViewer.copyBtn.tooltip': '复制日志',
    'logViewer.searchField.placeholder': '搜索',
  },
});
