import { createTranslationMessages } from '@backstage/frontend-plugin-api';
import { catalogReactTranslationRef } from '@backstage/plugin-catalog-react';

/**
 * Chinese messages of the catalog's filters, tables and dialogs.
 *
 * @internal
 */
export default createTranslationMessages({
  ref: catalogReactTranslationRef,
  full: true,
  messages: {
    'catalogFilter.title': '筛选',
    'catalogFilter.buttonTitle': '筛选',
    'entityKindPicker.title': '类别',
    'entityKindPicker.errorMessage': '实体类别加载失败',
    'entityLifecyclePicker.title': '生命周期',
    'entityNamespacePicker.title': '命名空间',
    'entityOwnerPicker.title': '责任组',
    'entityProcessingStatusPicker.title': '处理状态',
    'entityTagPicker.title': '标签',
    'entityPeekAheadPopover.title': '打开实体可查看全部标签。',
    'entityPeekAheadPopover.emailCardAction.title': '发邮件给 {{email}}',
    // Backstage uses this message as the address of the link.
    'entityPeekAheadPopover.emailCardAction.subTitle': 'mailto:{{email}}',
    'entityPeekAheadPopover.emailCardAction.ariaLabel': '发邮件',
    'entityPeekAheadPopover.entityCardActionsAriaLabel': '查看',
    'entityPeekAheadPopover.entityCardActionsTitle': '查看详情',
    'entitySearchBar.placeholder': '搜索',
    'entityTypePicker.title': '类型',
    'entityTypePicker.errorMessage': '实体类型加载失败',
    'entityTypePicker.optionAllTitle': '全部',
    'favoriteEntity.addToFavorites': '收藏',
    'favoriteEntity.removeFromFavorites': '取消收藏',
    'inspectEntityDialog.title': '实体检查器',
    'inspectEntityDialog.closeButtonTitle': '关闭',
    'inspectEntityDialog.ancestryPage.title': '来源链',
    'inspectEntityDialog.ancestryPage.description':
      '此处显示当前实体的上级来源，即一路生成到当前实体的链条：{{processorsLink}}子实体，最终形成了当前实体。注意：来源链与实体关系是两套完全不同的机制。',
    'inspectEntityDialog.ancestryPage.processorsLink': '处理器逐级产生',
    'inspectEntityDialog.colocatedPage.title': '同源实体',
    'inspectEntityDialog.colocatedPage.description':
      '此处显示与当前实体同源的实体，即来自同一数据源（例如同一个 YAML 文件）或同一来源（例如最初注册的地址）的实体。',
    'inspectEntityDialog.colocatedPage.alertNoLocation': '此实体没有位置信息。',
    'inspectEntityDialog.colocatedPage.alertNoEntity': '该位置没有其他实体。',
    'inspectEntityDialog.colocatedPage.locationHeader': '位于同一位置',
    'inspectEntityDialog.colocatedPage.originHeader': '来自同一来源',
    'inspectEntityDialog.colocatedPage.entityListAriaLabel': '同源实体',
    'inspectEntityDialog.jsonPage.title': '实体 JSON',
    'inspectEntityDialog.jsonPage.description':
      '从目录接收到的实体原始数据，以 JSON 格式显示。',
    'inspectEntityDialog.overviewPage.title': '概览',
    'inspectEntityDialog.overviewPage.relation.title': '关系',
    'inspectEntityDialog.overviewPage.status.title': '状态',
    'inspectEntityDialog.overviewPage.identity.title': '标识',
    'inspectEntityDialog.overviewPage.metadata.title': '元数据',
    'inspectEntityDialog.overviewPage.annotations': '注解',
    'inspectEntityDialog.overviewPage.labels': '标记',
    'inspectEntityDialog.overviewPage.tags': '标签',
    'inspectEntityDialog.overviewPage.copyAriaLabel': '复制 {{label}}',
    'inspectEntityDialog.overviewPage.copiedStatus': '已复制',
    'inspectEntityDialog.overviewPage.helpLinkAriaLabel': '了解更多',
    'inspectEntityDialog.yamlPage.title': '实体 YAML',
    'inspectEntityDialog.yamlPage.description':
      '从目录接收到的实体原始数据，以 YAML 格式显示。',
    'inspectEntityDialog.tabNames.overview': '概览',
    'inspectEntityDialog.tabNames.ancestry': '来源链',
    'inspectEntityDialog.tabNames.colocated': '同源实体',
    'inspectEntityDialog.tabNames.json': '原始 JSON',
    'inspectEntityDialog.tabNames.yaml': '原始 YAML',
    'inspectEntityDialog.tabsAriaLabel': '检查器选项',
    'unregisterEntityDialog.title': '确定要取消注册此实体吗？',
    'unregisterEntityDialog.cancelButtonTitle': '取消',
    'unregisterEntityDialog.deleteButtonTitle': '删除实体',
    'unregisterEntityDialog.deleteEntitySuccessMessage':
      '已移除实体 {{entityName}}',
    'unregisterEntityDialog.bootstrapState.title':
      '此实体来自受保护的 Backstage 配置（位置“{{location}}”），无法取消注册。如认为有误，请联系 {{appTitle}} 的管理员。',
    'unregisterEntityDialog.bootstrapState.advancedDescription':
      '可以仅从目录中删除该实体。请仅在确认其目录文件已从原位置删除或移走时这样做，否则目录下次刷新后该实体会再次出现。',
    'unregisterEntityDialog.bootstrapState.advancedOptions': '高级选项',
    'unregisterEntityDialog.onlyDeleteStateTitle':
      '此实体似乎不是来自已注册的位置，因此只能直接从目录中删除。',
    'unregisterEntityDialog.unregisterState.title': '将取消注册以下实体：',
    'unregisterEntityDialog.unregisterState.subTitle': '所在位置：',
    'unregisterEntityDialog.unregisterState.description':
      '如需恢复，在 {{appTitle}} 中重新注册该实体即可。',
    'unregisterEntityDialog.unregisterState.unregisterButtonTitle':
      '取消注册位置',
    'unregisterEntityDialog.unregisterState.advancedOptions': '高级选项',
    'unregisterEntityDialog.unregisterState.advancedDescription':
      '也可以仅从目录中删除该实体。请仅在确认其目录文件已从原位置删除或移走时这样做，否则目录下次刷新后该实体会再次出现。',
    'unregisterEntityDialog.errorStateTitle': '内部错误：未知状态',
    'userListPicker.defaultOrgName': '公司',
    'userListPicker.personalFilter.title': '个人',
    'userListPicker.personalFilter.ownedLabel': '我负责的',
    'userListPicker.personalFilter.starredLabel': '已收藏',
    'userListPicker.orgFilterAllLabel': '全部',
    'entityTableColumnTitle.name': '名称',
    'entityTableColumnTitle.system': '系统',
    'entityTableColumnTitle.owner': '责任组',
    'entityTableColumnTitle.type': '类型',
    'entityTableColumnTitle.lifecycle': '生命周期',
    'entityTableColumnTitle.namespace': '命名空间',
    'entityTableColumnTitle.description': '描述',
    'entityTableColumnTitle.tags': '标签',
    'entityTableColumnTitle.targets': '目标地址',
    'entityTableColumnTitle.title': '标题',
    'entityTableColumnTitle.label': '标记',
    'entityTableColumnTitle.domain': '业务域',
    'entityRelationCard.emptyHelpLinkTitle': '了解如何更改。',
    'missingAnnotationEmptyState.title': '缺少注解',
    'missingAnnotationEmptyState.readMore': '了解更多',
    'missingAnnotationEmptyState.annotationYaml':
      '请参照下方高亮示例，在 {{entityKind}} 的 YAML 文件中添加该注解：',
    'missingAnnotationEmptyState.generateDescription_one':
      '缺少注解 {{annotations}}。如需使用此工具，请在 {{entityKind}} 中添加该注解。',
    'missingAnnotationEmptyState.generateDescription_other':
      '缺少注解 {{annotations}}。如需使用此工具，请在 {{entityKind}} 中添加这些注解。',
  },
});
