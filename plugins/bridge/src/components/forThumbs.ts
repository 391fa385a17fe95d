/** Room for a thumb. @internal */
export const forThumbs = {
  '@media (pointer: coarse)': {
    '& .MuiButton-root, & .MuiIconButton-sizeSmall, & .MuiTab-root': {
      minHeight: 44,
      minWidth: 44,
    },
  },
};
