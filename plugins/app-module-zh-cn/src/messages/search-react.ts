import { createTranslationMessages } from '@backstage/frontend-plugin-api';
import { searchReactTranslationRef } from '@backstage/plugin-search-react';

/**
 * Chinese messages of the search bar, filters and results.
 *
 * @internal
 */
export default createTranslationMessages({
  ref: searchReactTranslationRef,
  full: true,
  messages: {
    'searchBar.title': '搜索',
    'searchBar.placeholder': '搜索 {{org}}',
    'searchBar.clearButtonTitle': '清空',
    'searchFilter.allOptionTitle': '全部',
    'searchPagination.limitLabel': '每页条数：',
    'searchPagination.limitText': '共 {{num}} 条',
    noResultsDescription: '未找到相关结果',
    'searchResultGroup.linkTitle': '查看全部',
    'searchResultGroup.addFilterButtonTitle': '添加筛选条件',
    'searchResultPager.previous': '上一页',
    'searchResultPager.next': '下一页',
  },
});
