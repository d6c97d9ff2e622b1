[
  (section_1)
  (section_2)
  (section_3)
  (section_4)
] @fold
