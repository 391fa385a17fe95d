export default {
  title: '没有这个页面',
  hint: '请检查地址，或从首页继续。',
  home: '首页',
};
