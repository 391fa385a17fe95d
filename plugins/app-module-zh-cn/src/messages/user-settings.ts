import { createTranslationMessages } from '@backstage/frontend-plugin-api';
import { userSettingsTranslationRef } from '@backstage/plugin-user-settings';

/**
 * Chinese messages of the settings page.
 *
 * @internal
 */
export default createTranslationMessages({
  ref: userSettingsTranslationRef,
  full: true,
  messages: {
    'languageToggle.title': '语言',
    'languageToggle.description': '切换界面语言',
    'languageToggle.select': '选择语言：{{language}}',
    'themeToggle.title': '主题',
    'themeToggle.description': '切换主题模式',
    'themeToggle.select': '选择{{theme}}主题',
    'themeToggle.selectAuto': '跟随系统主题',
    'themeToggle.names.light': '浅色',
    'themeToggle.names.dark': '深色',
    'themeToggle.names.auto': '自动',
    'signOutMenu.title': '退出登录',
    'signOutMenu.moreIconTitle': '更多',
    'pinToggle.title': '固定侧边栏',
    'pinToggle.description': '防止侧边栏自动收起',
    'pinToggle.switchTitles.unpin': '取消固定侧边栏',
    'pinToggle.switchTitles.pin': '固定侧边栏',
    'pinToggle.ariaLabelTitle': '固定侧边栏开关',
    'identityCard.title': '平台身份',
    'identityCard.noIdentityTitle': '无平台身份',
    'identityCard.userEntity': '用户实体',
    'identityCard.ownershipEntities': '归属实体',
    'defaultProviderSettings.description':
      '用于访问 {{provider}} 的接口和身份信息',
    'emptyProviders.title': '暂无身份认证服务',
    'emptyProviders.description':
      '可以为平台添加身份认证服务，并使用这些服务进行身份认证。',
    'emptyProviders.action.title':
      '打开 app-config.yaml，按下方高亮示例进行修改：',
    'emptyProviders.action.readMoreButtonTitle': '了解更多',
    'providerSettingsItem.title.signIn': '登录 {{title}}',
    'providerSettingsItem.title.signOut': '退出登录 {{title}}',
    'providerSettingsItem.buttonTitle.signIn': '登录',
    'providerSettingsItem.buttonTitle.signOut': '退出登录',
    'authProviders.title': '可用的身份认证服务',
    'defaultSettingsPage.tabsTitle.general': '常规',
    'defaultSettingsPage.tabsTitle.authProviders': '身份认证服务',
    'defaultSettingsPage.tabsTitle.featureFlags': '功能开关',
    'featureFlags.title': '功能开关',
    'featureFlags.description': '切换功能开关后请刷新页面',
    'featureFlags.emptyFlags.title': '暂无功能开关',
    'featureFlags.emptyFlags.description':
      '插件可以通过功能开关登记新功能，由用户自行选择启用；也可以用它在代码中区分逻辑，进行 A/B 测试等。',
    'featureFlags.emptyFlags.action.title':
      '下方高亮示例展示了如何添加功能开关：',
    'featureFlags.emptyFlags.action.readMoreButtonTitle': '了解更多',
    'featureFlags.filterTitle': '筛选',
    'featureFlags.clearFilter': '清除筛选',
    'featureFlags.flagItem.title.disable': '停用',
    'featureFlags.flagItem.title.enable': '启用',
    'featureFlags.flagItem.subtitle.registeredInApplication': '由应用登记',
    'featureFlags.flagItem.subtitle.registeredInPlugin':
      '由 {{pluginId}} 插件登记',
    'settingsLayout.title': '设置',
    sidebarTitle: '设置',
    'profileCard.title': '个人资料',
    'appearanceCard.title': '外观',
  },
});
