import 'element-plus/es/components/date-picker/style/css.mjs'
import './element.css'
