(section_number) @markup.list
(heading_1 (section_number) @markup.heading.1)
(heading_2 (section_number) @markup.heading.2)
(heading_3 (section_number) @markup.heading.3)
(heading_4 (section_number) @markup.heading.4)

(comment) @comment
(suppression) @comment
(enumeration) @keyword

(reference ["《" "》"] @punctuation.bracket)
(nested_reference ["《" "》"] @punctuation.bracket)
(title) @markup.link.label
(document_number) @constant

(number) @number
(percentage) @number
(unit) @type
(date) @constant
(placeholder) @variable.parameter
