import { createTranslationMessages } from '@backstage/frontend-plugin-api';
import { techdocsTranslationRef } from '@backstage/plugin-techdocs/alpha';

/**
 * Chinese messages of the documentation pages.
 *
 * @internal
 */
export default createTranslationMessages({
  ref: techdocsTranslationRef,
  full: true,
  messages: {
    'aboutCard.viewTechdocs': '查看文档',
    'notFound.title': '未找到文档',
    'notFound.builderNote':
      '注意：配置中的 techdocs.builder 未设为 local，因此找不到文档时不会自动生成。请确认该项目的文档已由外部流程（例如 CI/CD 流水线）生成并发布，或将 techdocs.builder 改为 local，由本平台生成文档。',
    'buildLogs.title': '构建详情',
    'buildLogs.closeDrawer': '关闭',
    'buildLogs.showBuildLogs': '查看构建日志',
    'buildLogs.waitingForLogs': '正在等待日志…',
    'stateIndicator.initialBuild.message':
      '首次打开此文档，正在准备内容，之后打开会快得多。',
    'stateIndicator.contentStaleRefreshing.message':
      '正在准备此文档的新版本，很快即可查看。',
    'stateIndicator.contentStaleReady.message':
      '此文档的新版本已就绪，请刷新查看。',
    'stateIndicator.contentStaleReady.refreshButton': '刷新',
    'stateIndicator.contentStaleError.message': '此文档的新版本构建失败。',
    'redirectNotification.redirectNow': '立即跳转',
    'search.noResults': '未找到结果',
    'search.placeholder': '搜索 {{entityTitle}} 文档',
    'readerPageHeader.owner': '责任组',
    'readerPageHeader.lifecycle': '生命周期',
    'readerPageHeader.source': '源文件',
    'home.supportButton': '浏览平台中的文档。',
    'pageWrapper.title': '文档',
    'pageWrapper.subtitle': '{{orgName}}的文档',
    'table.columns.document': '文档',
    'table.columns.owner': '责任组',
    'table.columns.kind': '类别',
    'table.columns.type': '类型',
    'table.header.actions': '操作',
    'table.toolbar.searchPlaceholder': '筛选',
    'table.pagination.labelRowsSelect': '条/页',
    'table.body.emptyDataSourceMessage': '暂无数据',
    'table.actions.copyDocsUrl': '复制文档链接',
    'table.actions.addToFavorites': '收藏',
    'table.actions.removeFromFavorites': '取消收藏',
    'table.emptyState.title': '暂无文档',
    'table.emptyState.description': '可以创建自己的文档，请查看入门指南。',
    'table.emptyState.docsButton': '查看指南',
    'table.title.all': '全部',
    'error.couldNotLoad': '无法加载文档列表。',
    'nav.title': '文档',
    'entityContent.title': '文档',
    'reader.settings': '设置',
  },
});
