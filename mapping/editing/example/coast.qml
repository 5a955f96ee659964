<qgis version="3.22.16" styleCategories="AllStyleCategories" labelsEnabled="0">
 <renderer-v2 type="singleSymbol" symbollevels="0" forceraster="0">
  <symbols>
   <symbol type="line" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="line_color" value="125,143,144,255" />
      <Option type="QString" name="line_width" value="0.24" />
      <Option type="QString" name="line_width_unit" value="MM" />
      <Option type="QString" name="line_style" value="solid" />
      <Option type="QString" name="capstyle" value="round" />
      <Option type="QString" name="joinstyle" value="round" />
      <Option type="QString" name="use_custom_dash" value="0" />
      <Option type="QString" name="customdash" value="1.32;0.53" />
      <Option type="QString" name="customdash_unit" value="MM" />
      <Option type="QString" name="offset" value="0" />
      <Option type="QString" name="offset_unit" value="MM" />
     </Option>
    </layer>
   </symbol>
  </symbols>
 </renderer-v2>
 <layerGeometryType>1</layerGeometryType>
</qgis>
