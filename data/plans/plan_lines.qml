<qgis version="3.22.16" styleCategories="AllStyleCategories" labelsEnabled="0">
 <temporal enabled="1" mode="4" limitMode="0" accumulate="0" startField="" endField="" startExpression="coalesce(to_datetime(replace(left(&quot;start_date&quot;, 4), 'X', '0') || '-01-01'), to_datetime('0001-01-01'))" endExpression="coalesce(to_datetime(replace(left(&quot;end_date&quot;, 4), 'X', '9') || '-12-31') + to_interval('1 day'), to_datetime('9999-12-31'))" durationField="" durationUnit="min" fixedDuration="0">
  <fixedRange>
   <start />
   <end />
  </fixedRange>
 </temporal>
 <renderer-v2 type="categorizedSymbol" attr="kind" symbollevels="0" forceraster="0">
  <categories>
   <category type="string" value="river" label="River" symbol="0" render="true" />
   <category type="string" value="shore" label="Shore" symbol="1" render="true" />
   <category type="string" value="quay" label="Quay" symbol="2" render="true" />
   <category type="string" value="wall" label="Wall" symbol="3" render="true" />
   <category type="string" value="railway" label="Railway" symbol="4" render="true" />
   <category type="string" value="boulevard" label="Boulevard" symbol="5" render="true" />
  </categories>
  <symbols>
   <symbol type="line" alpha="1" clip_to_extent="1" force_rhr="0" name="0">
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="line_color" value="180,201,204,255" />
      <Option type="QString" name="line_width" value="1.19" />
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
   <symbol type="line" alpha="1" clip_to_extent="1" force_rhr="0" name="1">
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="line_color" value="125,143,144,255" />
      <Option type="QString" name="line_width" value="0.26" />
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
   <symbol type="line" alpha="1" clip_to_extent="1" force_rhr="0" name="2">
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="line_color" value="125,143,144,255" />
      <Option type="QString" name="line_width" value="0.37" />
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
   <symbol type="line" alpha="1" clip_to_extent="1" force_rhr="0" name="3">
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="line_color" value="185,169,141,255" />
      <Option type="QString" name="line_width" value="0.69" />
      <Option type="QString" name="line_width_unit" value="MM" />
      <Option type="QString" name="line_style" value="solid" />
      <Option type="QString" name="capstyle" value="flat" />
      <Option type="QString" name="joinstyle" value="round" />
      <Option type="QString" name="use_custom_dash" value="1" />
      <Option type="QString" name="customdash" value="1.32;0.37" />
      <Option type="QString" name="customdash_unit" value="MM" />
      <Option type="QString" name="offset" value="0" />
      <Option type="QString" name="offset_unit" value="MM" />
     </Option>
    </layer>
   </symbol>
   <symbol type="line" alpha="1" clip_to_extent="1" force_rhr="0" name="4">
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="line_color" value="107,97,86,255" />
      <Option type="QString" name="line_width" value="0.32" />
      <Option type="QString" name="line_width_unit" value="MM" />
      <Option type="QString" name="line_style" value="solid" />
      <Option type="QString" name="capstyle" value="flat" />
      <Option type="QString" name="joinstyle" value="round" />
      <Option type="QString" name="use_custom_dash" value="1" />
      <Option type="QString" name="customdash" value="1.85;0.53" />
      <Option type="QString" name="customdash_unit" value="MM" />
      <Option type="QString" name="offset" value="0" />
      <Option type="QString" name="offset_unit" value="MM" />
     </Option>
    </layer>
   </symbol>
   <symbol type="line" alpha="1" clip_to_extent="1" force_rhr="0" name="5">
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="line_color" value="251,248,241,255" />
      <Option type="QString" name="line_width" value="0.79" />
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
 <aliases>
  <alias index="0" field="plan" name="Plan" />
  <alias index="1" field="file" name="File" />
  <alias index="2" field="kind" name="Kind" />
  <alias index="3" field="name" name="Name" />
  <alias index="4" field="name_then" name="Name of the time" />
  <alias index="5" field="start_date" name="From" />
  <alias index="6" field="end_date" name="Until" />
  <alias index="7" field="good_to_m" name="Good to" />
  <alias index="8" field="width_m" name="Width" />
  <alias index="9" field="source" name="Source" />
  <alias index="10" field="geometry" name="Geometry" />
 </aliases>
 <editable>
  <field name="plan" editable="1" />
  <field name="file" editable="1" />
  <field name="kind" editable="1" />
  <field name="name" editable="1" />
  <field name="name_then" editable="1" />
  <field name="start_date" editable="1" />
  <field name="end_date" editable="1" />
  <field name="good_to_m" editable="1" />
  <field name="width_m" editable="1" />
  <field name="source" editable="1" />
  <field name="geometry" editable="1" />
 </editable>
 <previewExpression>coalesce("name_then", "name")</previewExpression>
 <mapTip enabled="1">&lt;p&gt;&lt;b&gt;[% replace(coalesce("name_then", "name"), map('&amp;', '&amp;amp;', '&lt;', '&amp;lt;')) %]&lt;/b&gt;, [% "kind" %][% coalesce(', from ' || "start_date", '') %][% coalesce(', until ' || "end_date", '') %]&lt;br&gt;
good to [% "good_to_m" %] m&lt;/p&gt;
</mapTip>
 <layerGeometryType>1</layerGeometryType>
</qgis>
