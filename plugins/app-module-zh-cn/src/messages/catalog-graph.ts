import { createTranslationMessages } from '@backstage/frontend-plugin-api';
import { catalogGraphTranslationRef } from '@backstage/plugin-catalog-graph';

/**
 * Chinese messages of the catalog graph.
 *
 * @internal
 */
export default createTranslationMessages({
  ref: catalogGraphTranslationRef,
  full: true,
  messages: {
    'catalogGraphCard.title': '关系',
    'catalogGraphCard.deepLinkTitle': '查看关系图',
    'catalogGraphPage.title': '目录关系图',
    'catalogGraphPage.filterToggleButtonTitle': '筛选',
    'catalogGraphPage.supportButtonDescription':
      '将组件加入软件目录，即可开始管理。',
    'catalogGraphPage.simplifiedSwitchLabel': '简化显示',
    'catalogGraphPage.mergeRelationsSwitchLabel': '合并双向关系',
    'catalogGraphPage.zoomOutDescription':
      '双指捏合可缩放，拖动可移动视图。单击切换当前节点，按住 Shift 单击打开实体。',
    'catalogGraphPage.curveFilter.title': '连线样式',
    'catalogGraphPage.curveFilter.curveMonotoneX': '平滑曲线',
    'catalogGraphPage.curveFilter.curveStepBefore': '折线',
    'catalogGraphPage.directionFilter.title': '方向',
    'catalogGraphPage.directionFilter.leftToRight': '从左到右',
    'catalogGraphPage.directionFilter.rightToLeft': '从右到左',
    'catalogGraphPage.directionFilter.topToBottom': '从上到下',
    'catalogGraphPage.directionFilter.bottomToTop': '从下到上',
    'catalogGraphPage.maxDepthFilter.title': '最大层数',
    'catalogGraphPage.maxDepthFilter.inputPlaceholder': '∞ 不限',
    'catalogGraphPage.maxDepthFilter.clearButtonAriaLabel': '清除最大层数',
    'catalogGraphPage.selectedKindsFilter.title': '类别',
    'catalogGraphPage.selectedRelationsFilter.title': '关系',
  },
});
