<qgis version="3.22.16" styleCategories="AllStyleCategories" labelsEnabled="1">
 <temporal enabled="1" mode="4" limitMode="0" accumulate="0" startField="" endField="" startExpression="coalesce(to_datetime(replace(left(&quot;start_date&quot;, 4), 'X', '0') || '-01-01'), to_datetime('0001-01-01'))" endExpression="coalesce(to_datetime(replace(left(&quot;end_date&quot;, 4), 'X', '9') || '-12-31') + to_interval('1 day'), to_datetime('9999-12-31'))" durationField="" durationUnit="min" fixedDuration="0">
  <fixedRange>
   <start />
   <end />
  </fixedRange>
 </temporal>
 <renderer-v2 type="categorizedSymbol" attr="kind" symbollevels="0" forceraster="0">
  <categories>
   <category type="string" value="station" label="Station" symbol="0" render="true" />
   <category type="string" value="prison" label="Prison" symbol="1" render="true" />
   <category type="string" value="park" label="Park" symbol="2" render="true" />
   <category type="string" value="island" label="Island" symbol="3" render="true" />
   <category type="string" value="quay" label="Quay" symbol="4" render="true" />
   <category type="string" value="square" label="Square" symbol="5" render="true" />
   <category type="string" value="bridge" label="Bridge" symbol="6" render="true" />
   <category type="string" value="building" label="Building" symbol="7" render="true" />
   <category type="string" value="quarter" label="Quarter" symbol="8" render="true" />
  </categories>
  <symbols>
   <symbol type="marker" alpha="1" clip_to_extent="1" force_rhr="0" name="0">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="name" value="square" />
      <Option type="QString" name="size" value="1.8" />
      <Option type="QString" name="size_unit" value="MM" />
      <Option type="QString" name="color" value="107,97,86,255" />
      <Option type="QString" name="outline_color" value="107,97,86,255" />
      <Option type="QString" name="outline_width" value="0.2" />
      <Option type="QString" name="outline_width_unit" value="MM" />
     </Option>
    </layer>
   </symbol>
   <symbol type="marker" alpha="1" clip_to_extent="1" force_rhr="0" name="1">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="name" value="square" />
      <Option type="QString" name="size" value="1.8" />
      <Option type="QString" name="size_unit" value="MM" />
      <Option type="QString" name="color" value="38,34,29,255" />
      <Option type="QString" name="outline_color" value="107,97,86,255" />
      <Option type="QString" name="outline_width" value="0.2" />
      <Option type="QString" name="outline_width_unit" value="MM" />
     </Option>
    </layer>
   </symbol>
   <symbol type="marker" alpha="1" clip_to_extent="1" force_rhr="0" name="2">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="name" value="circle" />
      <Option type="QString" name="size" value="1.8" />
      <Option type="QString" name="size_unit" value="MM" />
      <Option type="QString" name="color" value="221,227,214,255" />
      <Option type="QString" name="outline_color" value="107,97,86,255" />
      <Option type="QString" name="outline_width" value="0.2" />
      <Option type="QString" name="outline_width_unit" value="MM" />
     </Option>
    </layer>
   </symbol>
   <symbol type="marker" alpha="1" clip_to_extent="1" force_rhr="0" name="3">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="name" value="circle" />
      <Option type="QString" name="size" value="1.8" />
      <Option type="QString" name="size_unit" value="MM" />
      <Option type="QString" name="color" value="243,236,221,255" />
      <Option type="QString" name="outline_color" value="107,97,86,255" />
      <Option type="QString" name="outline_width" value="0.2" />
      <Option type="QString" name="outline_width_unit" value="MM" />
     </Option>
    </layer>
   </symbol>
   <symbol type="marker" alpha="1" clip_to_extent="1" force_rhr="0" name="4">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="name" value="circle" />
      <Option type="QString" name="size" value="1.8" />
      <Option type="QString" name="size_unit" value="MM" />
      <Option type="QString" name="color" value="125,143,144,255" />
      <Option type="QString" name="outline_color" value="107,97,86,255" />
      <Option type="QString" name="outline_width" value="0.2" />
      <Option type="QString" name="outline_width_unit" value="MM" />
     </Option>
    </layer>
   </symbol>
   <symbol type="marker" alpha="1" clip_to_extent="1" force_rhr="0" name="5">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="name" value="circle" />
      <Option type="QString" name="size" value="1.8" />
      <Option type="QString" name="size_unit" value="MM" />
      <Option type="QString" name="color" value="185,169,141,255" />
      <Option type="QString" name="outline_color" value="107,97,86,255" />
      <Option type="QString" name="outline_width" value="0.2" />
      <Option type="QString" name="outline_width_unit" value="MM" />
     </Option>
    </layer>
   </symbol>
   <symbol type="marker" alpha="1" clip_to_extent="1" force_rhr="0" name="6">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="name" value="circle" />
      <Option type="QString" name="size" value="1.8" />
      <Option type="QString" name="size_unit" value="MM" />
      <Option type="QString" name="color" value="185,169,141,255" />
      <Option type="QString" name="outline_color" value="107,97,86,255" />
      <Option type="QString" name="outline_width" value="0.2" />
      <Option type="QString" name="outline_width_unit" value="MM" />
     </Option>
    </layer>
   </symbol>
   <symbol type="marker" alpha="1" clip_to_extent="1" force_rhr="0" name="7">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="name" value="circle" />
      <Option type="QString" name="size" value="1.8" />
      <Option type="QString" name="size_unit" value="MM" />
      <Option type="QString" name="color" value="185,169,141,255" />
      <Option type="QString" name="outline_color" value="107,97,86,255" />
      <Option type="QString" name="outline_width" value="0.2" />
      <Option type="QString" name="outline_width_unit" value="MM" />
     </Option>
    </layer>
   </symbol>
   <symbol type="marker" alpha="1" clip_to_extent="1" force_rhr="0" name="8">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="name" value="circle" />
      <Option type="QString" name="size" value="1.8" />
      <Option type="QString" name="size_unit" value="MM" />
      <Option type="QString" name="color" value="185,169,141,255" />
      <Option type="QString" name="outline_color" value="107,97,86,255" />
      <Option type="QString" name="outline_width" value="0.2" />
      <Option type="QString" name="outline_width_unit" value="MM" />
     </Option>
    </layer>
   </symbol>
  </symbols>
 </renderer-v2>
 <labeling type="simple">
  <settings calloutType="simple">
   <text-style fieldName="coalesce(&quot;name_then&quot;, &quot;name&quot;)" isExpression="1" fontSize="8" fontSizeUnit="Point" fontWeight="50" fontItalic="0" textColor="91,80,68,255" textOpacity="1">
    <text-buffer bufferDraw="1" bufferSize="0.8" bufferSizeUnits="MM" bufferColor="251,248,241,255" bufferOpacity="1" bufferJoinStyle="128" />
   </text-style>
   <placement priority="2" placement="6" predefinedPositionOrder="TR" dist="0.6" distUnits="MM" offsetType="1" />
   <rendering drawLabels="1" displayAll="0" obstacle="1" obstacleFactor="1" scaleVisibility="0" />
  </settings>
 </labeling>
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
 <layerGeometryType>0</layerGeometryType>
</qgis>
